package dev.rubedo.async.guide;

import static dev.rubedo.async.guide.InvoiceLine_.INVOICE_LINE;
import static dev.rubedo.async.guide.Invoice_.INVOICE;
import static dev.rubedo.engine.ExecuteOption.fetchSize;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.async.AsyncEngine;
import dev.rubedo.async.AsyncSession;
import dev.rubedo.async.AsyncSessionFactory;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The samples of {@code docs/guide/async.md}. */
class AsyncGuideTest {

    private final AtomicInteger printed = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine blocking) throws InterruptedException {
        Model model = Model.of(INVOICE, INVOICE_LINE);
        model.metadata().createAll(blocking);
        AsyncEngine engine = AsyncEngine.of(blocking);
        AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, model);

        CompletableFuture<Invoice> stored = sessions.fromTransaction(session -> {
            Invoice invoice = new Invoice("Ada");
            invoice.lines().add(new InvoiceLine("an engine"));
            return session.add(invoice).thenApply(added -> invoice);
        });
        Long id = stored.join().id();

        CompletableFuture<List<InvoiceLine>> lines = sessions.fromTransaction(session -> session
                .require(INVOICE, id)
                .thenCompose(invoice -> session.load(invoice, INVOICE.lines))
                .thenApply(Invoice::lines));
        assertThat(lines.join()).hasSize(1);

        CompletableFuture<Integer> closed = sessions.runSync(session -> {
            List<Invoice> open = session.all(select(INVOICE).where(INVOICE.open.eq(true)));
            open.forEach(invoice -> invoice.open(false));
            return open.size();
        });
        assertThat(closed.join()).isEqualTo(1);

        long customers = engine.fromTransaction(connection -> connection.count(
                select(model.mapper(Invoice.class).table()))).join();
        assertThat(customers).isEqualTo(1);

        print(sessions);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(printed).hasValue(1);
        byHand(sessions, id);
    }

    private void print(AsyncSessionFactory sessions) {
        Flow.Publisher<Invoice> all = sessions.stream(
                select(INVOICE).options(selectIn(INVOICE.lines)), fetchSize(500));
        all.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Invoice invoice) {
                printed.incrementAndGet();
            }

            @Override
            public void onError(Throwable failure) {
                ended.countDown();
            }

            @Override
            public void onComplete() {
                ended.countDown();
            }
        });
    }

    private static void byHand(AsyncSessionFactory sessions, Long id) {
        AsyncSession session = sessions.open();
        CompletableFuture<Void> done = session.require(INVOICE, id)
                .thenApply(invoice -> invoice.customer("Ada Lovelace"))
                .thenCompose(invoice -> session.commit())
                .whenComplete((committed, failure) -> session.close());
        done.join();

        assertThat(sessions.runSync(blocking -> blocking.one(select(INVOICE.customer))).join())
                .isEqualTo("Ada Lovelace");
    }
}
