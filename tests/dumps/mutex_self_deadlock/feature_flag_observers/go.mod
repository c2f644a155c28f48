module github.com/oakmere/flagd

go 1.21
