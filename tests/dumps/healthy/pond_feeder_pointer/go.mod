module karpfen.de/ponds

go 1.25
