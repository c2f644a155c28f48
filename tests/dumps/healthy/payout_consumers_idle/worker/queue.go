package worker

import (
	"context"
	"sync"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Queue consumes the payouts of one bank.
type Queue struct {
	Conn     *amqp.Connection
	Name     string
	Parallel int
}

// Run returns what an errgroup wants.
func (q Queue) Run(ctx context.Context) func() error {
	return func() error {
		ch, err := q.Conn.Channel()
		if err != nil {
			return err
		}
		defer ch.Close()
		if _, err := ch.QueueDeclare(q.Name, false, true, false, false, nil); err != nil {
			return err
		}
		if err := ch.Qos(q.Parallel, 0, false); err != nil {
			return err
		}
		deliveries, err := ch.ConsumeWithContext(ctx, q.Name, "", false, false, false, false, nil)
		if err != nil {
			return err
		}
		var wg sync.WaitGroup
		for i := 0; i < q.Parallel; i++ {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for d := range deliveries {
					pay(d.Body)
					d.Ack(false)
				}
			}()
		}
		wg.Wait()
		return ctx.Err()
	}
}

func pay([]byte) {}
