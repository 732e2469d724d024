package dev.rubedo.lens;

import dev.rubedo.event.Registration;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import java.util.ArrayList;

/**
 * Records the plans of flushes with the connections that they wrote to. It never requests a connection from a session:
 * that would open one, or fail if entities are bound to different databases. Thread-safe.
 */
final class FlushRecorder implements SessionListener {

    private final LensRecorder recorder;
    private final int mostSteps;

    FlushRecorder(LensRecorder recorder, int mostSteps) {
        this.recorder = recorder;
        this.mostSteps = mostSteps;
    }

    static Registration listen(SessionFactory sessions, LensRecorder recorder, int mostSteps) {
        return sessions.listen(new FlushRecorder(recorder, mostSteps));
    }

    @Override
    public void beforeFlush(Session session) {
        recorder.flushes();
    }

    @Override
    public void afterFlush(Session session, FlushPlan plan) {
        var steps = new ArrayList<String>();
        plan.actions().stream().limit(mostSteps).forEach(action -> steps.add(action.toString()));
        if (plan.actions().size() > mostSteps) {
            steps.add("... (" + plan.actions().size() + " steps)");
        }
        recorder.flushed(steps);
    }
}
