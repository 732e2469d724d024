package dev.rubedo.engine;

import dev.rubedo.backend.Backends;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.util.Arrays;
import java.util.List;

/** A lookup of the plug-ins that a URL names. Stateless. */
final class EnginePlugins {

    /** The option of a URL that names plug-ins; it may be repeated, or list several with commas. */
    static final String OPTION = "plugin";

    private EnginePlugins() {}

    static List<EnginePlugin> named(DatabaseUrl url) {
        return url.options().getOrDefault(OPTION, List.of()).stream()
                .flatMap(names -> Arrays.stream(names.split(","))).map(EnginePlugins::find).toList();
    }

    private static EnginePlugin find(String name) {
        var all = Backends.services(EnginePlugin.class).toList();
        return all.stream().filter(plugin -> plugin.name().equals(name)).findFirst()
                .orElseThrow(() -> new RubedoException(ErrorCode.CONFIGURATION, "No engine plug-in named \"" + name
                        + "\" was found on the class path, which has " + all.stream().map(EnginePlugin::name).toList()
                        + ". Add its artifact, or correct the option plugin of the URL."));
    }
}
