module go.riderhub.io/pickup

go 1.20
