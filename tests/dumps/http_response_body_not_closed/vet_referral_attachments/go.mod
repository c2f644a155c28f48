module vet.example/referrals

go 1.20
