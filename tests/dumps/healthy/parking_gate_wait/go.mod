module parkside/gates

go 1.20
