module bus

go 1.20
