module clinicore.io/beds

go 1.18
