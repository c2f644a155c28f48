module nettools/sweep

go 1.20
