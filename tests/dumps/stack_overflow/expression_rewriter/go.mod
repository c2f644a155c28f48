module quantmill/expr

go 1.21
