module stromwerk.ch/runup

go 1.18
