/// Descent from F#: a training run is a seq, so the Seq module is the training API.
module FSharpTour.Tour

open System.Globalization
open Descent
open Descent.Linq
open Descent.Models

let heading (text: string) =
    printfn "\n%s\n%s" text (String.replicate text.Length "-")

let show (vector: Vector) =
    vector
    |> Seq.map (fun x -> x.ToString("F6", CultureInfo.InvariantCulture))
    |> String.concat ", "

/// f(x, y) = x² + 10 y², lowest at the origin: ten times as steep along y as along x.
let bowl =
    Objective.From(
        2,
        (fun v -> v[0] * v[0] + 10.0 * v[1] * v[1]),
        (fun v -> Vector.Of(2.0 * v[0], 20.0 * v[1]))
    )

/// 1. A run is a lazy sequence: pipe it, stop it, look at any part of it.
let pipes () =
    heading "1. Pipes"
    let training = Momentum(0.02).Minimize(bowl, Vector.Of(3.0, -4.0))

    printfn "Momentum on f(x, y) = x² + 10 y², from (3, -4):"

    training
    |> Seq.truncate 41
    |> Seq.filter (fun s -> s.Step % 10L = 0L)
    |> Seq.iter (fun s -> printfn "  step %2d  loss %9.4f  at %s" s.Step s.Loss (show s.Parameters))

    let fit =
        training
        |> Seq.takeWhile (fun s -> not (s.Converged 1e-9))
        |> Seq.truncate 1000
        |> Seq.last

    printfn "the last state before convergence: step %d, loss %.1e" fit.Step fit.Loss

/// 2. An optimizer is two functions: what it remembers at first, and the move from a state.
let signDescent (rate: float) =
    { new IOptimizer<NoMemory> with
        member _.Init _ = NoMemory()

        member _.Step state =
            let step = state.Gradient.Map(fun g -> rate * float (sign g))
            Move(state.Parameters - step, NoMemory()) }

let ownOptimizer () =
    heading "2. An own optimizer: sign descent"

    signDescent(0.5).Minimize(bowl, Vector.Of(3.0, -4.0)).Steps 8
    |> Seq.iter (fun s -> printfn "  step %d  loss %6.2f  at %s" s.Step s.Loss (show s.Parameters))

/// 3. An objective is a function; say it in lambdas, and let the check tell whether the gradient is right.
let rosenbrock =
    Objective.From(
        2,
        (fun v -> (1.0 - v[0]) ** 2.0 + 100.0 * (v[1] - v[0] ** 2.0) ** 2.0),
        (fun v ->
            let valley = v[1] - v[0] ** 2.0
            Vector.Of(-2.0 * (1.0 - v[0]) - 400.0 * v[0] * valley, 200.0 * valley))
    )

let ownObjective () =
    heading "3. An own objective: Rosenbrock's valley"
    printfn "%O" (GradientCheck.Of(rosenbrock, Vector.Of(-1.2, 1.0)))

    let wrong =
        Objective.From(2, (fun v -> rosenbrock.Evaluate(v).Loss), (fun v -> -rosenbrock.Evaluate(v).Gradient))

    printfn "\nThe same with the sign forgotten:\n%O" (GradientCheck.Of(wrong, Vector.Of(-1.2, 1.0)))

/// 4. Below the sequence there is one pure function: Step(objective, state) gives the next state.
let bareSteps () =
    heading "4. Bare steps: Seq.unfold, Seq.scan, and a branch"
    let optimizer = Nesterov(0.02, Decay = 0.8)
    let step s = optimizer.Step(bowl, s)
    let start = optimizer.Init(bowl, Vector.Of(3.0, -4.0))

    let unfolded = start |> Seq.unfold (fun s -> Some(s, step s)) |> Seq.item 20
    let scanned = Seq.scan (fun s _ -> step s) start (seq { 1..20 }) |> Seq.last
    let drawn = optimizer.Minimize(bowl, Vector.Of(3.0, -4.0)) |> Seq.item 20
    printfn "unfold, scan and Minimize give equal states: %b" (unfolded = scanned && scanned = drawn)

    let branch = Nesterov(0.005, Decay = 0.8).Resume(bowl, unfolded) |> Seq.item 20
    let stayed = optimizer.Resume(bowl, unfolded) |> Seq.item 20
    printfn "from step 20 to 40, same rate:  loss %.2e" stayed.Loss
    printfn "from step 20 to 40, a quarter:  loss %.2e" branch.Loss

/// 5. Runs are values: put them in a list and let them race.
let race () =
    heading "5. A race on Rosenbrock's valley, from (-1.2, 1)"
    let from = Vector.Of(-1.2, 1.0)

    let runs: (string * seq<IState>) list =
        [ "gradient descent", GradientDescent(0.001).Minimize(rosenbrock, from) |> Seq.cast
          "  with a falling rate",
          GradientDescent(LearningRate.InverseTime(0.002, 1e-4)).Minimize(rosenbrock, from) |> Seq.cast
          "momentum", Momentum(0.001).Minimize(rosenbrock, from) |> Seq.cast
          "Nesterov", Nesterov(0.001).Minimize(rosenbrock, from) |> Seq.cast
          "Adam", Adam(0.02).Minimize(rosenbrock, from) |> Seq.cast
          "momentum, clipped at 10", Momentum(0.001).ClipByNorm(10.0).Minimize(rosenbrock, from) |> Seq.cast
          "sign descent", signDescent(0.001).Minimize(rosenbrock, from) |> Seq.cast ]

    for name, run in runs do
        match run |> Seq.truncate 20001 |> Seq.tryFind (fun s -> s.Loss < 1e-6) with
        | Some s -> printfn "  %-23s loss below 1e-6 at step %5d" name s.Step
        | None ->
            let last = run |> Seq.item 20000
            printfn "  %-23s loss %.1e after 20000 steps: steps of one size never settle" name last.Loss

/// 6. Data: a line through noisy points by mini-batches, beside the closed form.
let regression () =
    heading "6. A noisy line by mini-batches, beside the normal equations"
    let seed = Seed 7L
    let x i = float i / 50.0
    let y i = 2.0 * x i - 1.0 + 0.1 * seed.Normal(int64 i)

    let data =
        Dataset(
            Matrix.FromRows([| for i in 0..99 -> [| x i |] |]),
            Vector.From(seq { for i in 0..99 -> y i })
        )

    let risk = EmpiricalRisk(data, Loss.HalfSquared)
    let batches = MiniBatches(risk, 10, 42)
    let rate = LearningRate.InverseTime(0.5, 0.01)

    let fit =
        GradientDescent(rate).Minimize(batches, Vector.Zeros 2).EveryEpoch()
        |> Seq.truncate 201
        |> Seq.last

    printfn "after %d steps of 10 rows:  slope, intercept = %s" fit.Step (show fit.Parameters)
    printfn "closed form:                 slope, intercept = %s" (show (NormalEquations.LeastSquares data))

/// 7. A minimizer asks the loss within a step; what it needs is said by the type of its objective.
let minimizers () =
    heading "7. Minimizers: a valley, a proof, a path"
    let from = Vector.Of(-1.2, 1.0)
    let rule = StopRule.GradientNorm 1e-10 ||| StopRule.Steps 1000L

    let told name (solution: Solution<_>) =
        printfn "  %-19s %3d evaluations, loss %.1e" name solution.Evaluations solution.Last.Loss

    LBfgs().Minimize(rosenbrock, from).Solve rule |> told "L-BFGS"
    ConjugateGradient().Minimize(rosenbrock, from).Solve rule |> told "conjugate gradients"

    let x i j = (Seed 7L).Normal(int64 (8 * i + j))
    let y i = 3.0 * x i 1 - 2.0 * x i 4 + 0.5 * x i 6 + 0.3 * x i 7 * x i 0

    let data =
        Dataset(Matrix.From(100, 8, (fun i j -> x i j)), Vector.From(seq { for i in 0..99 -> y i }))

    let risk = EmpiricalRisk(data, Loss.HalfSquared)
    let lasso = L1 0.1

    let fit =
        CoordinateDescent(lasso).Minimize(risk, Vector.Zeros risk.Dimension)
            .Solve(StopRule.DualityGap(1e-9, risk, lasso))

    printfn "\nThe lasso %O" fit.Reason
    printfn "Loss with penalty: %O" fit.Last.Memory.Certificate

    printfn "\nIts path, until the fourth weight enters:"

    RegularizationPath.Of(risk, count = 40)
    |> Seq.takeWhile (fun point -> point.Support.Length <= 3)
    |> Seq.filter (fun point -> point.Support.Length > 0)
    |> Seq.groupBy (fun point -> List.ofSeq point.Support)
    |> Seq.iter (fun (support, points) ->
        printfn "  from strength %.3f on: weights %A" (Seq.head points).Strength support)

/// 8. A learner is a record of settings, and its Fit a function from data to a model with a report.
let straight = LogisticRegression(Ridge 0.001)

/// A pipeline is a learner as any other; what prepares the features, it learns from the rows it is given.
let bent degree =
    Prepare.Standardize().Then(Prepare.Polynomial degree).Then(Prepare.Standardize()).Then straight

let models () =
    heading "8. Models: fit, judge, prepare, compare"
    let moons = ToyData.Moons(300, noise = 0.2, seed = 1)
    let split = moons.SplitStratified(0.7, 2)

    let fit = straight.Fit split.Train
    printfn "A straight border between two moons:\n%O" fit.Report
    printfn "\nOn points that it has not seen:\n%O" (Confusion.Of(split.Test, fit.Model))

    let model = (bent 3).Fit(split.Train).Model
    let place = Vector.Of(0.5, 0.25)
    printfn "\nA border of degree 3: accuracy %.3f" (Metric.Accuracy.Of(split.Test, model))
    printfn "probabilities of the classes at (%s): %s" (show place) (show (model.Probabilities place))

    // Learners of different models make one list.
    let entrants: (string * ILearner) list =
        [ "logistic", straight
          "degree 3", bent 3
          for k in [ 5; 25; 75 ] do
              $"{k}-NN", KNearestClassifier k
          "tree", CartClassifier(MinLeafSize = 4.0) ]

    let folds = split.Train.StratifiedKFold(10, 3)
    let names, learners = List.unzip entrants
    printfn "\nOn ten parts of the others:\n%O" (CrossValidation.Compare(folds, learners, names))
    printfn "\nWhich degree?\n%O" (GridSearch.Of(folds, [ 1..6 ], bent))

[<EntryPoint>]
let main _ =
    System.Console.OutputEncoding <- System.Text.Encoding.UTF8
    printfn "A tour of Descent from F#"
    pipes ()
    ownOptimizer ()
    ownObjective ()
    bareSteps ()
    race ()
    regression ()
    minimizers ()
    models ()
    0
