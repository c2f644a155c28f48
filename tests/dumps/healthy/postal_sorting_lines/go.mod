module example.org/postal/sorting

go 1.18
