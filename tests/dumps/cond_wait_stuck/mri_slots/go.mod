module radiology

go 1.18
