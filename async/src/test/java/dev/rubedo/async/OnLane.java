package dev.rubedo.async;

import dev.rubedo.engine.Engine;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs the body of each test as the task of a lane: on a virtual thread, with the listener of asynchronous engines.
 * With {@code -Djunit.jupiter.extensions.autodetection.enabled=true} it is registered for all tests; with the test classes
 * of the ORM on the class path of this module, those run on lanes.
 */
public final class OnLane implements InvocationInterceptor {

    /** Created by JUnit. */
    public OnLane() {}

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> context, ExtensionContext extension) throws Throwable {
        for (Object argument : context.getArguments()) {
            if (argument instanceof Engine engine) {
                engine.listen(new LaneListener());
            }
        }
        onLane(invocation);
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> context,
            ExtensionContext extension) throws Throwable {
        onLane(invocation);
    }

    private static void onLane(Invocation<Void> invocation) throws Throwable {
        var lane = new Lane(new AsyncOptions(task -> Thread.ofVirtual().name("lane-of-test").start(task), null, false,
                AsyncOptions.CANCEL_GRACE, new AtomicBoolean()));
        try {
            lane.<Void>run(() -> {
                if (!Thread.currentThread().isVirtual() || Lane.ofThread() != lane) {
                    throw new AssertionError("not on the lane");
                }
                try {
                    return invocation.proceed();
                } catch (Exception | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new AssertionError(e);
                }
            }).join();
        } catch (CompletionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
