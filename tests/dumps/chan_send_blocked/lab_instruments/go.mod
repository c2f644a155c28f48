module biolab.example/runs

go 1.22
