module ocrd

go 1.19
