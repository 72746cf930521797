using Descent;
using Descent.Linq;
using Descent.Models;
using QuickStart;
using Spectre.Console;

// A logistic regression learns to tell malignant from benign cells, from the file to the confusion matrix.
// Every random choice hangs on a seed: run it twice and compare the last line.

Console.OutputEncoding = System.Text.Encoding.UTF8;

// A pipe or a file gets the plain text, without the redrawing that a terminal shows.
if (Console.IsOutputRedirected)
    (AnsiConsole.Profile.Capabilities.Ansi, AnsiConsole.Profile.Capabilities.Interactive) = (false, false);

// 1. Read, and split by seed: 60 % to train on, 20 % to stop by, 20 % to judge by.
var file = Path.Combine(AppContext.BaseDirectory, "data", "breast_cancer.csv");
var data = CsvDataset.Read(file, target: "target").Data;
var (rest, test) = data.Split(0.8, seed: 1);
var (train, validation) = rest.Split(0.75, seed: 2);

// 2. Standardize: learnt on the training part, applied wherever rows are read.
var scaler = Standardizer.Fit(train);
var risk = new EmpiricalRisk(scaler.Transform(train), Loss.Logistic, new L2(0.001));
var validationRisk = new EmpiricalRisk(scaler.Transform(validation), Loss.Logistic);

AnsiConsole.MarkupLine($"[bold]Breast cancer, Wisconsin:[/] {data}");
AnsiConsole.MarkupLine("train {0}, validation {1}, test {2}", train.Count, validation.Count, test.Count);
AnsiConsole.WriteLine();

// 3. Is the gradient right? Ask at a random point: at zero, wrong terms like to vanish.
Seed seed = 3;
var somewhere = Vector.From(Enumerable.Range(0, risk.Dimension).Select(j => seed.Normal(j)));
AnsiConsole.WriteLine(GradientCheck.Of(risk, at: somewhere).ToString());
AnsiConsole.WriteLine();

// 4. Train: mini-batches of 32, momentum, a look at the validation loss after every epoch. The run is a lazy
//    sequence: nothing happens until it is drawn, and it stops when patience ends.
var batches = new MiniBatches(risk, size: 32, seed: 4);
var training = new Momentum(0.01)
    .Minimize(batches, from: Vector.Zeros(risk.Dimension))
    .EveryEpoch()
    .Take(1 + 500)
    .Watch(StopRule.EarlyStopping(validationRisk, patience: 20));

var history = Watch.Training(training, risk);
var (best, why) = (history[^1].Best, history[^1].Reason);
var reason = why is null ? "after all 500 epochs" : "20 epochs without a lower validation loss";
AnsiConsole.MarkupLine("stopped: {0}; best after epoch {1}", reason, best.Step / batches.StepsPerEpoch);
AnsiConsole.WriteLine();

// 5. Look back, and judge on the part that nothing has seen yet. Without a look at every step, 3 and 4 are
//    new LogisticRegression(new Ridge(0.001)).Fit(scaler.Transform(train)).
LossCurve.Print("validation loss by epoch (mean log-loss, nats)", [.. history.Select(m => m.Value)]);
var model = new LogisticRegression().ModelOf(train, best.Parameters);
Verdict.Print(Confusion.Of(scaler.Transform(test), model));
Verdict.PrintBits(best.Parameters);
