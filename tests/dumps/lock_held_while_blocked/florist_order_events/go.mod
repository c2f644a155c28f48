module florist.marlow-green.example/shop

go 1.22

require github.com/asaskevich/EventBus v0.0.0-20180315140547-d46933a94f05
