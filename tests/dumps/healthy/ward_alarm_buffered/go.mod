module vitalis.se/ward

go 1.21
