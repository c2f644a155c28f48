module waterworks.example/dispatch

go 1.24
