// Opens each package of a folder and demands what a reader of NuGet expects to find.
open System.IO
open System.IO.Compression

let folder = fsi.CommandLineArgs[1]

let text (entry: ZipArchiveEntry) =
    use reader = new StreamReader(entry.Open())
    reader.ReadToEnd()

let complaints (package: string) =
    use archive = ZipFile.OpenRead package
    let name = Path.GetFileName package
    let has test = archive.Entries |> Seq.exists test
    let nuspec = archive.Entries |> Seq.find (fun entry -> entry.Name.EndsWith ".nuspec") |> text

    [ has (fun entry -> entry.FullName = "README.md"), "README.md"
      has (fun entry -> entry.FullName.StartsWith "lib/" && entry.Name.EndsWith ".dll"), "a library"
      has (fun entry -> entry.FullName.StartsWith "lib/" && entry.Name.EndsWith ".xml"), "documentation"
      nuspec.Contains """<license type="expression">""", "a licence expression"
      nuspec.Contains "<readme>README.md</readme>", "the README as its page"
      File.Exists(Path.ChangeExtension(package, ".snupkg")), "symbols beside it" ]
    |> List.choose (fun (holds, what) -> if holds then None else Some $"{name} lacks {what}.")

let packages = Directory.GetFiles(folder, "*.nupkg") |> Array.sort
let all = packages |> Seq.collect complaints |> Seq.toList
packages |> Seq.iter (fun package -> printfn "checked %s" (Path.GetFileName package))
all |> List.iter (eprintfn "%s")
exit (if packages.Length = 0 || not all.IsEmpty then 1 else 0)
