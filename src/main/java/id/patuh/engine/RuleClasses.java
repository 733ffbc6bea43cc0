package id.patuh.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.model.Model;

/**
 * What the compiler made of rules: the byte code of an executable model, which is loaded without compiling anything.
 *
 * @param classes byte code by class name
 * @param models names of the classes that describe the rules of a package
 * @param visible names of the classes that they may see besides each other
 */
record RuleClasses(Map<String, byte[]> classes, List<String> models, Set<String> visible) {

    private static final int FORMAT = 2;

    /** The same classes, that see what is named. */
    RuleClasses seeing(Set<String> names) {
        return new RuleClasses(classes, models, names);
    }

    /** Loads the classes by a loader of their own, so that they can be released with the rules. */
    List<Model> load() {
        Loader loader = new Loader(classes, visible);
        List<Model> loaded = new ArrayList<>();
        try {
            for (String model : models) {
                loaded.add(
                        (Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("the classes of the rules cannot be loaded", e);
        }
        return loaded;
    }

    /** All of it as bytes; the same classes give the same bytes. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(models.size());
            for (String model : models) {
                out.writeUTF(model);
            }
            out.writeInt(visible.size());
            for (String name : new TreeSet<>(visible)) {
                out.writeUTF(name);
            }
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(classes).entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The reverse of {@link #toBytes()}.
     *
     * @throws IOException if the bytes are not of that kind
     */
    static RuleClasses of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("other format");
            }
            List<String> models = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                models.add(in.readUTF());
            }
            Set<String> visible = new HashSet<>();
            for (int i = in.readInt(); i > 0; i--) {
                visible.add(in.readUTF());
            }
            Map<String, byte[]> classes = new HashMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                String name = in.readUTF();
                byte[] code = in.readNBytes(in.readInt());
                classes.put(name, code);
            }
            return new RuleClasses(classes, models, visible);
        }
    }

    /** Knows the classes of the rules and those that they may see; any other does not exist for them. */
    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;
        private final Set<String> visible;

        Loader(Map<String, byte[]> classes, Set<String> visible) {
            super(RuleClasses.class.getClassLoader());
            this.classes = classes;
            this.visible = visible;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] code = classes.get(name);
            if (code == null) {
                if (!visible.contains(name)) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, code, 0, code.length) : loaded;
            }
        }

        @Override
        public URL getResource(String name) {
            return null;
        }
    }
}
