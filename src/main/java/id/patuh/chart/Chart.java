package id.patuh.chart;

/** What a picture shows; the same figures in the same frame give the same bytes. */
public interface Chart {

    /** The picture in a frame. */
    Picture draw(Frame frame);
}
