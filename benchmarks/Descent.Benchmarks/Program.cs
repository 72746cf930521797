using System.Text;
using Descent.Benchmarks;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args is ["small", .. var options])
    return SmallMode.Run(options);

var (request, problem) = Request.Parse(args);
switch (request?.Mode)
{
    case "workloads":
        return WorkloadMode.Run(request, Console.Out, Console.Error);
    case "scaling":
        return ScalingMode.Run(request, Console.Out);
    case "sparse":
        return SparseMode.Run(request, Console.Out);
    default:
        Console.Error.WriteLine(request is null ? problem : $"There is no mode '{request.Mode}'.");
        Console.Error.WriteLine(Request.Usage);
        return 2;
}
