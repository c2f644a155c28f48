module github.com/northshop/devicethreads

go 1.18
