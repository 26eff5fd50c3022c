interface Post {
  id: number;
  title?: string;
  content?: string;
  link?: string;
  slug?: string;
  status?: string;
  kind?: string;
  date?: string;
  password?: string;
  /** Elements besides. */
  extra?: string;
}

/** One item as WordPress exports it. */
export function post({
  id,
  title = 'Titulli',
  content = 'Teksti për të dhe në të.',
  link = `https://site.example/?p=${id}`,
  slug = `post-${id}`,
  status = 'publish',
  kind = 'post',
  date = '2021-05-03 10:00:00',
  password = '',
  extra = '',
}: Post): string {
  return `<item><title>${title}</title><link>${link}</link><pubDate>Mon, 03 May 2021 08:00:00 +0000</pubDate>
<dc:creator><![CDATA[arta]]></dc:creator><description></description>
<content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date><![CDATA[${date}]]></wp:post_date><wp:post_date_gmt><![CDATA[${date.replace('10:00', '08:00')}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[${slug}]]></wp:post_name><wp:status><![CDATA[${status}]]></wp:status><wp:post_type><![CDATA[${kind}]]></wp:post_type>
<wp:post_password><![CDATA[${password}]]></wp:post_password>${extra}</item>`;
}

/** An export of a site. */
export function wxr(host: string, items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Faqja</title><link>https://${host}</link><wp:base_blog_url>https://${host}</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[arta]]></wp:author_login><wp:author_display_name><![CDATA[Arta Hoxha]]></wp:author_display_name></wp:author>
${items.join('\n')}
</channel></rss>`;
}

/** A file of a site as WordPress exports it. */
export function attachment(id: number, url: string, given: { alt?: string; caption?: string } = {}): string {
  const meta = given.alt
    ? `<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[${given.alt}]]></wp:meta_value></wp:postmeta>`
    : '';
  const extra = `<wp:attachment_url><![CDATA[${url}]]></wp:attachment_url>${meta}`;
  const item = post({ id, kind: 'attachment', status: 'inherit', content: '', extra });
  return item.replace('<excerpt:encoded><![CDATA[', `<excerpt:encoded><![CDATA[${given.caption ?? ''}`);
}
