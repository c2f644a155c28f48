module oper.example/programme

go 1.18
