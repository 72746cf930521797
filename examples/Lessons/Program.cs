using System.Text;
using Lessons;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return LessonProgram.Run(args, Console.Out, Console.Error);
