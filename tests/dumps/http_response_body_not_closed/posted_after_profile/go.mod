module lockmill.org/forecast

go 1.20
