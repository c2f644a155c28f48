module getreide.bg/silo

go 1.18
