module reederei.fr/boarding

go 1.21
