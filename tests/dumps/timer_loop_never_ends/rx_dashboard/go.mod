module dash

go 1.22
