module github.com/orbitpay/settle

go 1.21
