package dev.rubedo.migrate.script;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Lets a compiler write the classes of each source to a separate directory. Confined to one thread at a time. */
final class OutputBySource extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final StandardJavaFileManager files;
    private final Map<URI, Path> targets;

    OutputBySource(StandardJavaFileManager files, Map<URI, Path> targets) {
        super(files);
        this.files = files;
        this.targets = targets;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind,
            FileObject sibling) throws IOException {
        var target = targets.get(sibling.toUri());
        if (target == null) {
            return super.getJavaFileForOutput(location, className, kind, sibling);
        }
        var file = target.resolve(className.replace('.', '/') + kind.extension);
        Files.createDirectories(file.getParent());
        return files.getJavaFileObjects(file).iterator().next();
    }
}
