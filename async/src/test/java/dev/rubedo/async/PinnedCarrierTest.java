package dev.rubedo.async;

import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.testing.DatabaseTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/** Statements on lanes do not hold the carriers of virtual threads, as the recorder of the JVM sees it. */
class PinnedCarrierTest {

    /** Blocks in a class initializer, which holds the carrier in all versions of the JVM: shows that the recorder sees it. */
    private static final class Holder {
        static {
            try {
                Thread.sleep(60);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private static void load() {}
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void driversOfServersLetGoOfTheirCarriers(Engine engine) throws Exception {
        List<RecordedEvent> pinned = new ArrayList<>();
        var seen = new CountDownLatch(1);
        try (var recorder = new RecordingStream(); var async = AsyncEngine.of(engine)) {
            var sleep = text(engine.dialectName().equals("postgresql") ? "SELECT pg_sleep(0.1)" : "SELECT sleep(0.1)");
            // lanes that wait for each other to initialize a class of the driver hold their carriers
            async.runSync(connection -> connection.execute(sleep).all()).join();
            recorder.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(20)).withStackTrace();
            recorder.onEvent("jdk.VirtualThreadPinned", event -> {
                String thread = event.getThread("eventThread").getJavaName();
                if (thread.equals("holds-its-carrier")) {
                    seen.countDown();
                } else if (thread.startsWith("rubedo-lane-")) {
                    pinned.add(event);
                }
            });
            recorder.startAsync();
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                calls.add(async.runSync(connection -> connection.execute(sleep).all()));
            }
            calls.forEach(CompletableFuture::join);
            Thread.ofVirtual().name("holds-its-carrier").start(Holder::load).join();
            if (engine.dialectName().equals("postgresql")) {
                assertThat(seen.await(20, TimeUnit.SECONDS)).as("the recorder sees a held carrier").isTrue();
            }
            recorder.stop();
        }

        assertThat(pinned).as("lanes that held their carrier for more than 20 ms").isEmpty();
    }
}
