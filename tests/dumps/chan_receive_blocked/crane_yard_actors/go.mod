module quay.systems/terminal

go 1.21
