module example.org/passport/photos

go 1.21
