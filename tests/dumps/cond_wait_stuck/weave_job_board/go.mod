module weberei.at/jobs

go 1.20
