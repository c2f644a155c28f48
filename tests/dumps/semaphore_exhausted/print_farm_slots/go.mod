module polychrome.dev/printfarm

go 1.21
