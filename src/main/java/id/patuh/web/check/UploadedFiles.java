package id.patuh.web.check;

import id.patuh.spool.TemporaryFile;
import id.patuh.submission.HandedIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** The files of a request under names of our own; deleted on closing. */
public final class UploadedFiles implements AutoCloseable {

    private final List<HandedIn> files = new ArrayList<>();

    private UploadedFiles() {}

    /** @param sent null or nameless where the form was sent without any */
    public static UploadedFiles of(List<MultipartFile> sent) throws IOException {
        UploadedFiles uploaded = new UploadedFiles();
        boolean whole = false;
        try {
            for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
                String name = file.getOriginalFilename();
                if (name != null && !name.isEmpty()) {
                    Path own = TemporaryFile.create(".uploaded");
                    uploaded.files.add(new HandedIn(name, own));
                    file.transferTo(own);
                }
            }
            whole = true;
            return uploaded;
        } finally {
            if (!whole) {
                uploaded.close();
            }
        }
    }

    /** The files, as they are handed in. */
    public List<HandedIn> files() {
        return files;
    }

    @Override
    public void close() {
        files.forEach(file -> TemporaryFile.delete(file.file()));
    }
}
