module shardd

go 1.22
