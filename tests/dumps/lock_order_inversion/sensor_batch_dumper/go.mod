module hydrolog.is/collect

go 1.25
