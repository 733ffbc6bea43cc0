package id.patuh.web.limit;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What nobody has read of a request that was answered: read and forgotten while it is little, since clients that are still sending
 * when the connection is closed may never see the answer.
 */
final class Rest implements ApplicationBufferHandler {

    private static final int MOST = 1 << 16;

    private ByteBuffer buffer;

    private Rest() {}

    static void read(Request request) {
        Rest rest = new Rest();
        try {
            int count = 0;
            for (int read = 0; read >= 0 && count < MOST; count += read) {
                read = request.doRead(rest);
            }
        } catch (IOException e) {
            // Too slow, or gone.
        }
    }

    @Override
    public void setByteBuffer(ByteBuffer filled) {
        buffer = filled;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public void expand(int size) {
        // Whatever is read is in a buffer of Tomcat's.
    }
}
