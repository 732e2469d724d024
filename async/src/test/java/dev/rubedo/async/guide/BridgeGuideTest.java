package dev.rubedo.async.guide;

import static dev.rubedo.async.guide.InvoiceLine_.INVOICE_LINE;
import static dev.rubedo.async.guide.Invoice_.INVOICE;
import static dev.rubedo.engine.ExecuteOption.fetchSize;
import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.async.AsyncEngine;
import dev.rubedo.async.AsyncSessionFactory;
import dev.rubedo.async.Deadline;
import dev.rubedo.async.DeadlineException;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.testing.DatabaseTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The samples of {@code docs/guide/async.md} about other libraries and about time. */
class BridgeGuideTest {

    private static AsyncSessionFactory sessions(Engine engine) {
        Model model = Model.of(INVOICE, INVOICE_LINE);
        model.metadata().createAll(engine);
        var sessions = AsyncSessionFactory.of(AsyncEngine.of(engine), model);
        sessions.runSync(session -> {
            for (var name : List.of("Ada", "Bob", "Cid")) {
                session.add(new Invoice(name));
            }
            return 3;
        }).join();
        return sessions;
    }

    @DatabaseTest
    void reactor(Engine engine) {
        var sessions = sessions(engine);

        Mono<Long> count = Mono.fromFuture(() -> sessions.runSync(session -> session.count(select(INVOICE))));
        Flux<Invoice> all = JdkFlowAdapter.flowPublisherToFlux(sessions.stream(select(INVOICE), fetchSize(500)));
        Flux<String> names = all.map(Invoice::customer);

        assertThat(count.block(Duration.ofSeconds(20))).isEqualTo(3);
        assertThat(names.collectList().block(Duration.ofSeconds(20))).containsExactlyInAnyOrder("Ada", "Bob", "Cid");
        assertThat(all.take(1).collectList().block(Duration.ofSeconds(20))).hasSize(1);
        awaitAllReturned(engine);
    }

    @DatabaseTest
    void mutiny(Engine engine) {
        var sessions = sessions(engine);

        Uni<Long> count = Uni.createFrom().completionStage(() -> sessions.runSync(s -> s.count(select(INVOICE))));
        Multi<Invoice> all = Multi.createFrom().publisher(sessions.stream(select(INVOICE), fetchSize(500)));
        Multi<String> names = all.map(Invoice::customer);

        assertThat(count.await().atMost(Duration.ofSeconds(20))).isEqualTo(3);
        assertThat(names.collect().asList().await().atMost(Duration.ofSeconds(20)))
                .containsExactlyInAnyOrder("Ada", "Bob", "Cid");
        assertThat(all.select().first(1).collect().asList().await().atMost(Duration.ofSeconds(20))).hasSize(1);
        awaitAllReturned(engine);
    }

    @DatabaseTest
    void deadlines(Engine engine) {
        var sessions = sessions(engine);
        var never = new CompletableFuture<Long>();

        Deadline deadline = Deadline.in(Duration.ofMillis(200));
        CompletableFuture<Long> open = sessions.fromTransaction(deadline, session -> session
                .within(Duration.ofMillis(100)).count(select(INVOICE).where(INVOICE.open.eq(true)))
                .thenCompose(count -> never));

        assertThatThrownBy(() -> open.orTimeout(20, TimeUnit.SECONDS).join())
                .hasCauseInstanceOf(DeadlineException.class);
        awaitAllReturned(engine);
    }

    @DatabaseTest
    void scopes(Engine engine) {
        var sessions = sessions(engine);
        var request = new Object();

        var perRequest = sessions.scoped(() -> request);
        CompletableFuture<List<Invoice>> all = perRequest.current().all(select(INVOICE));
        CompletableFuture<Void> done = all.thenCompose(invoices -> perRequest.remove());

        done.join();
        assertThat(new ArrayList<>(all.join())).hasSize(3);
        assertThat(perRequest.isPresent()).isFalse();
    }

    private static void awaitAllReturned(Engine engine) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (engine.poolStatus().checkedOut() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(engine.poolStatus().checkedOut()).isZero();
    }
}
