module pfarre.at/calendar

go 1.18
