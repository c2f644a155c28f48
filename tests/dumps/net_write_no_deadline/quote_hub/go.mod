module tickplant.io/distributor

go 1.21
