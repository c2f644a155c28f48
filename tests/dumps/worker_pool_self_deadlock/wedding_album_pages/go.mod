module example.com/photoprint/albums

go 1.21
