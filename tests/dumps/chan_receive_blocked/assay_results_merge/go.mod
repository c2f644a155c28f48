module example.org/assay/results

go 1.21
