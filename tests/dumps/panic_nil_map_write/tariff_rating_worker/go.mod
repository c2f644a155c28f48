module telco/rating

go 1.21
