package dev.rubedo.mapping.internal;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

/**
 * A {@code javac} plugin that reports entities whose annotation processor does not run. Without it, every use of a
 * generated class would be a separate error.
 *
 * <p>The compiler finds it on its class path and starts it automatically. {@code -Xplugin:RubedoProcessorCheck off}
 * turns it off.
 *
 * <p>Thread-safe.
 */
public final class ProcessorCheck implements Plugin {

    /** Creates the plugin; called by compilers. */
    public ProcessorCheck() {}

    @Override
    public String getName() {
        return "RubedoProcessorCheck";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        for (String argument : arguments) {
            if (argument.equals("off")) {
                return;
            }
        }
        task.addTaskListener(new EntityWatch(task, ProcessorCheck.class.getClassLoader()));
    }
}
