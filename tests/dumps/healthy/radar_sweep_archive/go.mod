module skywatch.ie/archive

go 1.21
