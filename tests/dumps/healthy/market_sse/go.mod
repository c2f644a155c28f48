module marketfeed

go 1.22
